import { RegisterForm } from './RegisterForm';

export default function RegisterProviderPage() {
  return <RegisterForm kind="provider" />;
}
