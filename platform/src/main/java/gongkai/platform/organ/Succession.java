package gongkai.platform.organ;

import java.time.LocalDate;

/** From that day on the successor carries on duties of the predecessor (职权继续行使). */
public record Succession(OrganId predecessor, OrganId successor, LocalDate day) {}
