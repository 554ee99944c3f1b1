/** The 32 characters in which Windows-1252 differs from Latin-1, from 0x80; five places without a sign stand for themselves. */
export const WINDOWS_1252_FROM_80 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
