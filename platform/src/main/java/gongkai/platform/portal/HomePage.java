package gongkai.platform.portal;

/** What the portal's first page shows. */
public record HomePage() {}
