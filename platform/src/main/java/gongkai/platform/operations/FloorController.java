package gongkai.platform.operations;

import gongkai.platform.web.Open;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The least a list page can cost, to measure real ones against: its bare query, and a page of so many bytes that never changes. For benchmarks only. */
@RestController
@Profile("bench")
class FloorController {
    private static final int LARGEST = 1 << 20;

    private final JdbcClient database;

    FloorController(JdbcClient database) {
        this.database = database;
    }

    /** @param size of the page, in bytes */
    @GetMapping("/bench/floor")
    @Open
    ResponseEntity<byte[]> floor(@RequestParam int size) {
        database.sql("select id, login, name from access.person order by login limit 40")
                .query((row, number) -> row.getString("name"))
                .list();
        return ResponseEntity.ok().contentType(MediaType.TEXT_HTML).body(new byte[Math.clamp(size, 0, LARGEST)]);
    }
}
