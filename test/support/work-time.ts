/** Milliseconds that this thread works on something; what else the machine does meanwhile does not count. */
export const workTime = async (work: () => unknown): Promise<number> => {
  const begin = process.threadCpuUsage();
  await work();
  const { user, system } = process.threadCpuUsage(begin);
  return (user + system) / 1_000;
};
