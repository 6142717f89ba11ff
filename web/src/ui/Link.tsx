// Links are plain addresses here: the application's root says how they are followed.
import { Button, type ButtonProps } from '@mantine/core';
import { createContext, use, type AnchorHTMLAttributes, type ReactElement } from 'react';
import classes from './Link.module.css';

export interface LinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  href: string;
}

type DrawLink = (props: LinkProps) => ReactElement;

const LinkContext = createContext<DrawLink>((props) => <a {...props} />);

export const LinkProvider = LinkContext.Provider;

/** A link without looks of its own, for cards, navigation and logos. */
export function BareLink(props: LinkProps) {
  return use(LinkContext)(props);
}

/** A link in a text. */
export function Link({ className, ...props }: LinkProps) {
  return <BareLink {...props} className={[classes.link, className].filter(Boolean).join(' ')} />;
}

interface ButtonLinkProps extends ButtonProps, Omit<LinkProps, keyof ButtonProps> {}

/** A link that looks like a button. `variant="default"` for all but the page's one primary action. */
export function ButtonLink(props: ButtonLinkProps) {
  return <Button component={BareLink} {...props} />;
}
