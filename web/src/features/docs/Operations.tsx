// The operations of the contract, as Swagger UI draws them. Fetched apart: the page's head is there first.
import { useEffect, useRef } from 'react';
import { drawReference, type Reference } from './reference';
import './reference.css';

interface OperationsProps {
  contract: object;
  /** The reader's key, empty for none. */
  apiKey: string;
  /** What an operation's address or subject holds; empty for all of them. */
  phrase: string;
}

export default function Operations({ contract, apiKey, phrase }: OperationsProps) {
  const node = useRef<HTMLDivElement>(null);
  const reference = useRef<Reference>(null);
  const key = useRef(apiKey);
  useEffect(() => {
    key.current = apiKey;
  }, [apiKey]);
  useEffect(() => {
    if (node.current)
      reference.current ??= drawReference(node.current, contract, () => key.current);
  }, [contract]);
  useEffect(() => {
    reference.current?.search(phrase);
  }, [phrase]);
  useEffect(() => {
    const open = () => reference.current?.open(window.location.hash);
    window.addEventListener('hashchange', open);
    return () => window.removeEventListener('hashchange', open);
  }, []);
  return <div ref={node} lang="en" className="reference" />;
}
