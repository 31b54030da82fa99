/** The inside of the element as the address has it now; undefined when it cannot be had. */
export const fetchPart = async (id: string, address: string, signal?: AbortSignal): Promise<string | undefined> => {
  try {
    const headers = { accept: "text/html", "x-live": "refresh" };
    const response = await fetch(address, { headers, ...(signal && { signal }) });
    if (!response.ok || response.redirected) return undefined;
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    return page.getElementById(id)?.innerHTML;
  } catch {
    // Offline, or overtaken by a later question.
    return undefined;
  }
};
