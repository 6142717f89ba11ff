import { LegalText } from './LegalText';

export default function CharterPage() {
  return <LegalText text="charter" />;
}
