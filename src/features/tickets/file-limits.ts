/** In bytes, of one file that is uploaded with a form. */
export const largestFile = 50_000_000;

/** How many files go with one form; the server reads no more than 20 from one request. */
export const mostFiles = 20;
