export interface Source {
  readonly id: string;
  readonly citation: string;
}
