package gongkai.platform.access;

import gongkai.platform.web.Form;
import gongkai.platform.web.Option;
import org.jspecify.annotations.Nullable;

/**
 * The sign-in page.
 *
 * @param out whether somebody has just signed out
 * @param outside where single sign-on begins and what its button says, null if there is none
 */
public record SignInPage(Form form, boolean out, @Nullable Option outside) {}
