// nothing-unfinished
// TODO: finish it
export const half = 0.5;
