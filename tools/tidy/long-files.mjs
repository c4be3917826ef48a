/** Files of more than 200 lines, each with the reason why it is better in one piece. */
export const longFiles = {};
