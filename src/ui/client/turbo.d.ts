/** What we use of Turbo 8, which brings no types. */
declare module "@hotwired/turbo" {
  export const config: {
    drive: { progressBarDelay: number };
    forms: { submitter: "aria-disabled" | "disabled" };
  };
  export const start: () => void;
  export const visit: (location: string, options?: { action?: "advance" | "replace" }) => void;
  export const morphBodyElements: (currentBody: HTMLElement, newBody: HTMLElement) => void;
  export const renderStreamMessage: (message: string) => void;
}
