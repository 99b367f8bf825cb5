import { theme, type ThemeConfig } from 'antd';

/** Light, calm, dense: one deep blue, almost square corners, text of 13 px. */
export const zhiqiTheme: ThemeConfig = {
  algorithm: (seed, map) => ({
    ...theme.compactAlgorithm(seed, map),
    fontSize: 13,
    fontSizeSM: 12,
    fontSizeLG: 15,
    lineHeight: 1.6,
    lineHeightSM: 1.6,
    lineHeightLG: 1.6,
  }),
  token: {
    colorPrimary: '#1f4e8c',
    colorInfo: '#1f4e8c',
    colorLink: '#1f4e8c',
    // The derived ones are too pale on the ground of a row under the mouse.
    colorLinkHover: '#2b62ab',
    colorLinkActive: '#163a69',
    colorSuccess: '#1d6b3a',
    colorWarning: '#8a5a00',
    colorError: '#b3261e',
    colorTextBase: '#1c2430',
    // The pale grounds antd derives from dark seeds are dark themselves.
    colorSuccessBg: '#e7f3ea',
    colorSuccessBorder: '#b9dcc4',
    colorInfoBg: '#e6edf6',
    colorInfoBorder: '#bccde3',
    colorWarningBg: '#fbf2dd',
    colorWarningBorder: '#ead6a3',
    colorErrorBg: '#fbeae9',
    colorErrorBorder: '#eec2bf',
    borderRadius: 3,
    wireframe: false,
    motion: false,
    fontFamily: 'var(--font-hei)',
    colorBgLayout: '#f3f5f8',
    // Grey text must keep 4.5 : 1 on white and on the grey of the page.
    colorTextTertiary: '#5a6474',
    colorTextDescription: '#5a6474',
    colorTextPlaceholder: '#667080',
  },
  components: {
    Table: {
      headerBg: '#eef2f7',
      headerColor: '#1c2430',
      rowHoverBg: '#f2f6fb',
      borderColor: '#dde3ea',
      headerSortActiveBg: '#e3eaf3',
      headerSortHoverBg: '#e3eaf3',
      bodySortBg: '#fff',
    },
    Alert: { withDescriptionPadding: '8px 12px' },
  },
  cssVar: { key: 'zhiqi' },
  hashed: false,
  zeroRuntime: true,
};
