package gongkai.platform.access;

/**
 * The sign-in page.
 *
 * @param error why the last attempt failed, empty if there was none
 */
public record SignInPage(String error) {}
