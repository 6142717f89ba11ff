// Swagger UI draws only the operations that are near the window. Whoever is to see one further down is walked
// there: from the last one that is drawn to the next ones.

/** Until the next ones are drawn. */
const STEP_MILLISECONDS = 50;
/** Given up after so many, on the slowest of machines. */
const STEPS = 400;

export function walkTo(node: HTMLElement, id: string): void {
  let steps = 0;
  function step() {
    const found = document.getElementById(id);
    const drawn = node.querySelectorAll('.operations-virtual__item');
    // The browser knows of the header that stays on top.
    (found ?? drawn[drawn.length - 1])?.scrollIntoView({ behavior: 'instant' });
    steps += 1;
    if (!found && steps < STEPS && node.isConnected) setTimeout(step, STEP_MILLISECONDS);
  }
  step();
}
