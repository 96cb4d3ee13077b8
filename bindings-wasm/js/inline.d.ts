/** The package with its WebAssembly inside it, for places that cannot fetch a file: a third larger, the same functions. */
export * from './index.js';

/**
 * Prepares the library from the WebAssembly this entry holds.
 * @example
 * import { load, parseNumber } from 'tiendo/inline';
 * await load();
 * parseNumber('0,7').value; // → '0.7'
 */
export declare function load(): Promise<void>;
