package gongkai.platform.letter;

import gongkai.platform.organ.Organ;
import gongkai.platform.request.procedure.LetterKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An organ's templates. */
public record TemplateListPage(Organ organ, List<Line> lines) {
    /** A kind of letter and the organ's own template; null while ours is used. */
    public record Line(LetterKind kind, Templates.@Nullable Version own) {}
}
