/** Why a run has no baseline. */
export type BaselineAbsence =
  /** The lookup worked and found none: no run has stored one for this environment. */
  | { readonly kind: 'first-run' }
  /** The settings ask for none. */
  | { readonly kind: 'not-requested' }
  /** The lookup failed, or none of the baselines it found can be used. */
  | {
      readonly kind: 'unavailable';
      /** Completes "not compared: ", such as `GitHub answered 403 when listing artifacts`. */
      readonly reason: string;
      readonly remedy: string | undefined;
      /** Whether the run should have had a baseline: one was stored before, or the lookup itself failed. */
      readonly expected: boolean;
    };
