/**
 * Says what is being done and for how long, on one line of a terminal or now and then in a file.
 * @param {string} what
 * @returns {{ done(): void }}
 */
export const showProgress = (what) => {
  const start = performance.now();
  const isTerminal = process.stdout.isTTY;
  const say = () => {
    const seconds = Math.round((performance.now() - start) / 1000);
    const text = `${what} … ${seconds} s`;
    process.stdout.write(isTerminal ? `\r${text}` : `${text}\n`);
  };
  if (isTerminal) process.stdout.write(`${what} …`);
  else process.stdout.write(`${what} …\n`);
  const clock = setInterval(say, isTerminal ? 1000 : 15_000);
  return {
    done() {
      clearInterval(clock);
      if (isTerminal) process.stdout.write("\n");
    },
  };
};
