/** What is used of the DOM, of whose types linkedom implements a part. */
export interface DomNode {
  nodeType: number;
  nodeName: string;
  textContent: string | null;
  childNodes: Iterable<DomNode>;
  getAttribute?(name: string): string | null;
}

export interface DomElement extends DomNode {
  getAttribute(name: string): string | null;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
  matches(selector: string): boolean;
  cloneNode(deep: boolean): DomElement;
  remove(): void;
  replaceChildren(...children: DomElement[]): void;
  parentElement: DomElement | null;
}

export interface DomDocument extends Pick<DomElement, 'querySelector' | 'querySelectorAll'> {
  documentElement: DomElement;
  body: DomElement | null;
}
