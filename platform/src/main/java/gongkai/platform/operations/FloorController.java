package gongkai.platform.operations;

import gongkai.platform.web.Open;
import gongkai.platform.web.Refusal;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The least a list page can cost, to measure real ones against: its bare query, and a page of so many bytes that never changes. For benchmarks only. */
@RestController
class FloorController {
    private static final int LARGEST = 1 << 20;

    private final JdbcClient database;
    private final boolean measured;

    FloorController(JdbcClient database, Environment environment) {
        this.database = database;
        this.measured = environment.acceptsProfiles(Profiles.of("bench"));
    }

    /** @param size of the page, in bytes */
    @GetMapping("/bench/floor")
    @Open
    ResponseEntity<byte[]> floor(@RequestParam int size) {
        if (!measured) {
            throw Refusal.notFound("没有这个页面");
        }
        database.sql("select id, login, name from access.person order by login limit 40")
                .query((row, number) -> row.getString("name"))
                .list();
        return ResponseEntity.ok().contentType(MediaType.TEXT_HTML).body(new byte[Math.clamp(size, 0, LARGEST)]);
    }
}
