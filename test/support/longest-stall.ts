/**
 * The longest time in milliseconds that this thread worked at a stretch, answering nobody, while something went on. What
 * other threads and programs do meanwhile does not count.
 */
export const longestStall = async (work: () => Promise<unknown>): Promise<number> => {
  let longest = 0;
  let last = process.threadCpuUsage();
  const tick = (): void => {
    const { user, system } = process.threadCpuUsage(last);
    longest = Math.max(longest, (user + system) / 1_000);
    last = process.threadCpuUsage();
  };
  const timer = setInterval(tick, 1);
  try {
    await work();
    tick();
  } finally {
    clearInterval(timer);
  }
  return longest;
};
