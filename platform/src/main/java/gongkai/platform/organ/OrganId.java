package gongkai.platform.organ;

/** The number of an organ inside the platform. It never changes, whatever the organ is called. */
public record OrganId(long value) {}
