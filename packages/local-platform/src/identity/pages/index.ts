export * from './createPageRenderer';
export * from './MessagePage';
export * from './SignInPage';
export * from './SignOutPage';
export { styles } from './styles';
