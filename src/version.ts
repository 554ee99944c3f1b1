declare const TRUST_AUDIT_VERSION: string | undefined;

/** The package's version; written in by the build. */
export const version: string = typeof TRUST_AUDIT_VERSION === "string" ? TRUST_AUDIT_VERSION : "0.0.0-source";
