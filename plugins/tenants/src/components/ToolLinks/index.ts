export { ToolLinks } from './ToolLinks';
