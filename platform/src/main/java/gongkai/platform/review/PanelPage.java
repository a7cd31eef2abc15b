package gongkai.platform.review;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the tab 拟稿与审核 shows.
 *
 * @param draft the version that counts, null if there is none
 * @param rounds its ways through the review, newest first
 */
public record PanelPage(String number, @Nullable AnswerDraft draft, List<Round> rounds, boolean mayDraft) {}
