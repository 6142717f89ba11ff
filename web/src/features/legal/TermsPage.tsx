import { LegalText } from './LegalText';

export default function TermsPage() {
  return <LegalText text="terms" />;
}
