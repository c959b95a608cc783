export const localePrivateNames = `
  __name__ __doc__ __package__ __loader__ __spec__ setlocale() localeconv() strcoll() strxfrm() nl_langinfo() gettext() dgettext() dcgettext()
  textdomain() bindtextdomain() bind_textdomain_codeset() getencoding() LC_CTYPE LC_TIME LC_COLLATE LC_MONETARY LC_MESSAGES LC_NUMERIC LC_ALL CHAR_MAX
  Error DAY_1 DAY_2 DAY_3 DAY_4 DAY_5 DAY_6 DAY_7 ABDAY_1 ABDAY_2 ABDAY_3 ABDAY_4 ABDAY_5 ABDAY_6 ABDAY_7 MON_1 MON_2 MON_3 MON_4 MON_5 MON_6 MON_7
  MON_8 MON_9 MON_10 MON_11 MON_12 ABMON_1 ABMON_2 ABMON_3 ABMON_4 ABMON_5 ABMON_6 ABMON_7 ABMON_8 ABMON_9 ABMON_10 ABMON_11 ABMON_12 RADIXCHAR
  THOUSEP CRNCYSTR D_T_FMT D_FMT T_FMT AM_STR PM_STR CODESET T_FMT_AMPM ERA ERA_D_FMT ERA_D_T_FMT ERA_T_FMT ALT_DIGITS YESEXPR NOEXPR _DATE_FMT
`;
