package gongkai.platform.browser;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One Chromium for all tests, and one platform with sample data for those that leave the day and each other's organs as they are. Both end with
 * the last test.
 */
final class Browsing implements BeforeAllCallback {
    private static @Nullable Chromium chromium;
    private static @Nullable Served platform;

    @Override
    public void beforeAll(ExtensionContext test) {
        test.getRoot().getStore(ExtensionContext.Namespace.GLOBAL).computeIfAbsent(Browsing.class, key ->
                (AutoCloseable) Browsing::close);
    }

    static Chromium chromium() {
        if (chromium == null) {
            chromium = Chromium.start();
        }
        return chromium;
    }

    static Served platform() {
        if (platform == null) {
            platform = Served.start();
        }
        return platform;
    }

    private static void close() {
        if (chromium != null) {
            chromium.close();
        }
        if (platform != null) {
            platform.close();
        }
    }
}
