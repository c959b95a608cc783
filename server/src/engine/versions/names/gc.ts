export const gcNames = `
  __name__ __doc__ __package__ __loader__ __spec__ enable() disable() isenabled() set_debug() get_debug() get_count() set_threshold() get_threshold()
  collect() get_objects() get_stats() is_tracked() is_finalized() get_referrers() get_referents() freeze() unfreeze() get_freeze_count() garbage
  callbacks DEBUG_STATS DEBUG_COLLECTABLE DEBUG_UNCOLLECTABLE DEBUG_SAVEALL DEBUG_LEAK
`;
