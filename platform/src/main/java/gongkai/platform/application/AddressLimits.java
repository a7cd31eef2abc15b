package gongkai.platform.application;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import gongkai.platform.web.ClientNetwork;
import gongkai.platform.web.Refusal;
import io.github.bucket4j.Bucket;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Holds back an address that asks more often than many people behind it could. */
@Component
class AddressLimits {
    private static final int MOST = 50_000;
    private static final long MEGABYTE = 1024L * 1024;

    private final Cache<String, Bucket> saves = cache(Duration.ofMinutes(2));
    private final Cache<String, Bucket> sends = cache(Duration.ofHours(2));
    private final Cache<String, Bucket> looks = cache(Duration.ofMinutes(2));
    private final Cache<String, Bucket> uploads = cache(Duration.ofHours(2));
    private final ApplicationSettings settings;

    AddressLimits(ApplicationSettings settings) {
        this.settings = settings;
    }

    /** @throws Refusal if that address saves too often; what was typed before is kept */
    void save(HttpServletRequest request) {
        if (!may(saves, request, settings.savesPerMinute(), Duration.ofMinutes(1))) {
            throw new Refusal(HttpStatus.TOO_MANY_REQUESTS, "保存得太频繁了，请过一分钟再试。已经保存的内容还在");
        }
    }

    /** Whether one more application is taken from that address. */
    boolean send(HttpServletRequest request) {
        return may(sends, request, settings.sendsPerHour(), Duration.ofHours(1));
    }

    /** Whether one more attempt with a query code is heard from that address. */
    boolean look(HttpServletRequest request) {
        return may(looks, request, settings.looksPerMinute(), Duration.ofMinutes(1));
    }

    /** @throws Refusal if that address has handed in more than the hour's measure of files */
    void upload(HttpServletRequest request) {
        long megabytes = Math.max(0, request.getContentLengthLong()) / MEGABYTE;
        if (megabytes > 0
                && !bucket(uploads, request, settings.uploadMegabytesPerHour(), Duration.ofHours(1))
                        .tryConsume(Math.min(megabytes, settings.uploadMegabytesPerHour()))) {
            throw new Refusal(HttpStatus.TOO_MANY_REQUESTS, "从您所在的网络地址上传的文件太多，请过一会儿再试，或者不带附件先提交");
        }
    }

    private static boolean may(Cache<String, Bucket> buckets, HttpServletRequest request, int times, Duration within) {
        return bucket(buckets, request, times, within).tryConsume(1);
    }

    private static Bucket bucket(
            Cache<String, Bucket> buckets, HttpServletRequest request, int measure, Duration within) {
        return buckets.get(
                ClientNetwork.of(request.getRemoteAddr()),
                network -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(measure).refillGreedy(measure, within))
                        .build());
    }

    private static Cache<String, Bucket> cache(Duration kept) {
        return Caffeine.newBuilder().expireAfterAccess(kept).maximumSize(MOST).build();
    }
}
