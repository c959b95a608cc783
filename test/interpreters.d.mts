export declare const VERSIONS: readonly ('3.11' | '3.12' | '3.13' | '3.14' | '3.15')[];
export declare function findInterpreter(version: string): string | null;
export declare function findInterpreters(): string[];
