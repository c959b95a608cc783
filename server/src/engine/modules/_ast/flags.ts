/** Bits of `compile()`. */
export const ONLY_AST = 0x400;
export const TYPE_COMMENTS = 0x1000;
export const OPTIMIZED_AST = 0x8000 | ONLY_AST;
export const ALLOW_TOP_LEVEL_AWAIT = 0x2000;
