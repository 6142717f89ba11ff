// Decides the kit's colours, type, radii and defaults. Semantic colours live in tokens.css;
// mantine.gen.css is computed from this file (see theme.test.ts), so that no <style> element is
// needed at run time and the content security policy can stay strict.
import { createTheme, type MantineColorsTuple } from '@mantine/core';

const vermilion: MantineColorsTuple = [
  '#fff2ec',
  '#ffe0d5',
  '#fcc1ad',
  '#f79b7d',
  '#f17a55',
  '#e45a2f',
  '#cf3d16',
  '#b93510',
  '#8f2b10',
  '#6b220f',
];

// Warm greys: paper at the light end, ink at the dark end.
const gray: MantineColorsTuple = [
  '#f9f4ec',
  '#f3ecdf',
  '#eae0d0',
  '#ddd1be',
  '#c9bba6',
  '#aa9b88',
  '#8a7d6e',
  '#6a5e52',
  '#443a31',
  '#201a15',
];

// The house with the lights down: brown, not blue-black. Index 0 is text, 7 the page.
const dark: MantineColorsTuple = [
  '#f3eadd',
  '#d8cbbb',
  '#b5a697',
  '#8b7d70',
  '#574a40',
  '#40352c',
  '#2a211b',
  '#1b1411',
  '#120e0b',
  '#0c0907',
];

const red: MantineColorsTuple = [
  '#fdf0f0',
  '#f9dcdd',
  '#f0b5b9',
  '#e68b92',
  '#da6370',
  '#c63c4f',
  '#b32540',
  '#a3162e',
  '#7f1226',
  '#5c0e1d',
];

const green: MantineColorsTuple = [
  '#eef6f0',
  '#dbecdf',
  '#b6d8bf',
  '#8fc39e',
  '#67a97c',
  '#468f60',
  '#387a50',
  '#2f6b45',
  '#245336',
  '#1a3d28',
];

const roomy = { defaultProps: { size: 'md' } } as const;
const still = { transitionProps: { duration: 120 } } as const;

export const theme = createTheme({
  colors: { vermilion, gray, dark, red, green },
  primaryColor: 'vermilion',
  primaryShade: { light: 6, dark: 6 },
  white: '#fffdf9',
  black: '#201a15',
  fontFamily: "'Hanken Grotesk Variable', 'Hanken Grotesk', system-ui, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SFMono-Regular', Menlo, Consolas, monospace",
  headings: {
    fontFamily: "'Bricolage Grotesque Variable', 'Bricolage Grotesque', system-ui, sans-serif",
    fontWeight: '650',
    textWrap: 'balance',
    sizes: {
      h1: { fontSize: '2.5rem', lineHeight: '1.08' },
      h2: { fontSize: '1.625rem', lineHeight: '1.2' },
      h3: { fontSize: '1.25rem', lineHeight: '1.3' },
      h4: { fontSize: '1.0625rem', lineHeight: '1.4' },
    },
  },
  fontSizes: { xs: '0.8125rem', sm: '0.9375rem', md: '1rem', lg: '1.125rem', xl: '1.3125rem' },
  lineHeights: { xs: '1.4', sm: '1.5', md: '1.6', lg: '1.6', xl: '1.5' },
  radius: { xs: '2px', sm: '4px', md: '6px', lg: '10px', xl: '16px' },
  defaultRadius: 'sm',
  shadows: {
    xs: 'none',
    sm: 'none',
    md: '0 8px 24px -12px rgb(32 26 21 / 0.28)',
    lg: '0 16px 40px -16px rgb(32 26 21 / 0.32)',
    xl: '0 24px 60px -20px rgb(32 26 21 / 0.36)',
  },
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  // Plain objects: the components themselves would come along, and pages that use none would wait for them.
  components: {
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 'lg' } },
    Anchor: { defaultProps: { underline: 'always' } },
    Badge: { defaultProps: { radius: 'sm', tt: 'none' } },
    Button: roomy,
    Checkbox: roomy,
    // The page is kept from scrolling by tokens.css: the kit would inject a <style> element.
    Drawer: { defaultProps: { lockScroll: false, ...still } },
    Loader: { defaultProps: { type: 'dots' } },
    TextInput: roomy,
    Textarea: roomy,
    PasswordInput: roomy,
    NumberInput: roomy,
    Select: roomy,
    MultiSelect: roomy,
    DateInput: roomy,
    Switch: roomy,
    Radio: roomy,
    Menu: { defaultProps: { shadow: 'md', ...still } },
    Modal: { defaultProps: { lockScroll: false, centered: true, ...still } },
    Popover: { defaultProps: { shadow: 'md', ...still } },
    Tooltip: { defaultProps: { withArrow: true, openDelay: 300 } },
  },
});
