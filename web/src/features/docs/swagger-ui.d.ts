// The part of Swagger UI that the page uses; the package brings no types of its own.
declare module 'swagger-ui-dist/swagger-ui-es-bundle.js' {
  /** A call that is about to be tried out. */
  export interface Attempt {
    url: string;
    method: string;
    headers: Record<string, string>;
    userFetch?: (url: string, options: RequestInit) => Promise<Response>;
  }

  export interface System {
    React: {
      createElement: (component: unknown, props?: object | null, ...children: unknown[]) => unknown;
    };
    getComponent: (name: string, connected: boolean) => unknown;
    layoutActions: {
      updateFilter: (phrase: string | false) => void;
      show: (thing: string[], shown: boolean) => void;
      parseDeepLinkHash: (hash: string) => void;
    };
  }

  interface Options {
    domNode: HTMLElement;
    spec: object;
    layout: string;
    plugins: unknown[];
    docExpansion: 'list' | 'full' | 'none';
    deepLinking: boolean;
    syntaxHighlight: { activated: boolean };
    displayRequestDuration: boolean;
    requestInterceptor: (attempt: Attempt) => Attempt;
  }

  const SwaggerUI: (options: Options) => { getSystem: () => System };
  export default SwaggerUI;
}
