// Draws the contract with Swagger UI: its list of operations only, since the page around it has a head,
// a search and a field for the key of its own. It is drawn by the React that the package brings.
import SwaggerUI, { type System } from 'swagger-ui-dist/swagger-ui-es-bundle.js';
import { namedBy } from './address';
import { dressed } from './attempt';
import { whole } from './references';
import { walkTo } from './walk';

/** The operations alone, without what stands on the page already or what a reader of screens stumbles on. */
function justOperations({ React: { createElement }, getComponent }: System) {
  const nothing = () => null;
  return {
    components: {
      JustOperations: () => createElement(getComponent('operations', true)),
      authorizeOperationBtn: nothing,
      // A link of its own inside the button that opens the operation.
      DeepLink: ({ text }: { text: unknown }) => createElement('span', null, text),
      // A long text scrolls in its frame, for the keyboard too.
      PlainTextViewer: ({ children }: { children?: unknown }) =>
        createElement('pre', { tabIndex: 0 }, children),
    },
    wrapComponents: {
      TextArea: (Original: unknown) => (props: object) =>
        createElement(Original, { 'aria-label': 'Request body', ...props }),
    },
  };
}

/** Opens what the address names: `#/tenders/tenders_list`. Swagger UI's own reading of it complains of each `_`. */
const namedByAddress = (node: HTMLElement, spec: object) => ({
  statePlugins: {
    layout: {
      wrapActions: {
        parseDeepLinkHash:
          (_original: unknown, { layoutActions }: System) =>
          (hash: string) => {
            const thing = namedBy(hash, spec);
            if (!thing) return;
            layoutActions.show(thing, true);
            walkTo(node, thing.join('-').replaceAll(' ', '_'));
          },
      },
    },
  },
});

const quicklyResolved = {
  fn: {
    resolveSubtree: (contract: object, path: string[]) =>
      Promise.resolve({ spec: whole(contract, path), errors: [] }),
  },
};

export interface Reference {
  search: (phrase: string) => void;
  /** Opens what an address names. */
  open: (hash: string) => void;
}

/** Draws the operations into a node; `key` is asked for at each attempt. */
export function drawReference(node: HTMLElement, spec: object, key: () => string): Reference {
  const { getSystem } = SwaggerUI({
    domNode: node,
    spec,
    layout: 'JustOperations',
    plugins: [justOperations, namedByAddress(node, spec), quicklyResolved],
    docExpansion: 'list',
    deepLinking: true,
    // Its colours are for one background only.
    syntaxHighlight: { activated: false },
    displayRequestDuration: true,
    requestInterceptor: (attempt) => dressed(attempt, key()),
  });
  return {
    search: (phrase) => getSystem().layoutActions.updateFilter(phrase || false),
    open: (hash) => getSystem().layoutActions.parseDeepLinkHash(hash),
  };
}
