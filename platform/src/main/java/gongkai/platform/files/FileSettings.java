package gongkai.platform.files;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code gongkai.files.*}.
 *
 * @param maxMegabytes the largest size by purpose, for example {@code gongkai.files.max-megabytes.identity-paper=5}
 * @param clamd where the virus scanner listens, {@code host:port} or {@code unix:/path}; empty: files are not scanned
 * @param clamdSeconds how long one scan may take
 */
@ConfigurationProperties("gongkai.files")
record FileSettings(
        @DefaultValue Map<FilePurpose, Integer> maxMegabytes,
        @DefaultValue("") String clamd,
        @DefaultValue("60") int clamdSeconds) {
    private static final long MEGABYTE = 1024L * 1024;

    long maxBytes(FilePurpose purpose) {
        return maxMegabytes.getOrDefault(purpose, purpose.usualMegabytes()) * MEGABYTE;
    }
}
