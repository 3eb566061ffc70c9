/** How much a single file may cost. Larger data goes in as several files. */
export interface ReadingLimits {
  readonly fileMegabytes: number;
  /** All parts of an XLSX together, unpacked. */
  readonly unpackedMegabytes: number;
  readonly zipEntries: number;
  readonly rows: number;
  readonly columns: number;
  readonly brokenLines: number;
  /** JavaScript heap of the thread that reads an XLSX. */
  readonly heapMegabytes: number;
  readonly seconds: number;
}

export const readingLimits: ReadingLimits = {
  fileMegabytes: 20,
  unpackedMegabytes: 200,
  zipEntries: 2000,
  rows: 200_000,
  columns: 500,
  brokenLines: 500,
  heapMegabytes: 512,
  seconds: 45,
};

export const bytesPerMegabyte = 1_000_000;
