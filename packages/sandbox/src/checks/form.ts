import { ApiError } from '../rest/errors.ts';

interface FormError {
  code: string;
  message: string;
}

type Tree = { _errors?: FormError[] } & { [key: string]: Tree | FormError[] | undefined };

export type Path = readonly (string | number)[];

/** Collects what is wrong with a request body, each error at its path. */
export class Form {
  readonly #tree: Tree = {};
  #failed = false;

  fail(path: Path, code: string, message: string): void {
    this.#failed = true;
    let node = this.#tree;
    for (const step of path) {
      node[step] ??= {};
      node = node[step] as Tree;
    }
    node._errors ??= [];
    if (node._errors.every((one) => one.code !== code)) node._errors.push({ code, message });
  }

  required(path: Path): void {
    this.fail(path, 'BASE_TYPE_REQUIRED', 'This field is required');
  }

  tooLong(path: Path, limit: number): void {
    this.fail(path, 'BASE_TYPE_MAX_LENGTH', `Must be ${limit} or fewer in length.`);
  }

  badLength(path: Path, from: number, to: number): void {
    this.fail(path, 'BASE_TYPE_BAD_LENGTH', `Must be between ${from} and ${to} in length.`);
  }

  /** @throws ApiError 400 with code 50035 if anything was wrong */
  settle(): void {
    if (this.#failed) throw new ApiError(400, 50035, 'Invalid Form Body', this.#tree);
  }
}
