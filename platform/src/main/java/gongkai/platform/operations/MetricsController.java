package gongkai.platform.operations;

import gongkai.platform.access.Action;
import gongkai.platform.access.Needs;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Measurements for Prometheus, which signs in by the token of somebody who may see how the system runs. Not for the public. */
@RestController
class MetricsController {
    private final PrometheusMeterRegistry registry;

    MetricsController(PrometheusMeterRegistry registry) {
        this.registry = registry;
    }

    @GetMapping("/api/v1/metrics")
    @Needs(Action.SEE_SYSTEM)
    @Operation(summary = "运行指标，供 Prometheus 读取", tags = "运行")
    ResponseEntity<String> metrics() {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/plain;version=0.0.4;charset=UTF-8"))
                .body(registry.scrape());
    }
}
