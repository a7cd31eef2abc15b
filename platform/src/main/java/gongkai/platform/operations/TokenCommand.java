package gongkai.platform.operations;

import gongkai.platform.access.Tokens;
import gongkai.platform.database.Address;
import gongkai.platform.operations.Command.Output;
import java.nio.file.Path;

/** {@code ./gongkai token}: a token of the interface for a person, given by whoever may read the data directory. */
final class TokenCommand {
    private final Output output;

    TokenCommand(Output output) {
        this.output = output;
    }

    int run(Address address, Path data, String login, int days) {
        try (var features = new Features(address, data)) {
            var created = features.get(Tokens.class).create(login, "命令行签发", Tokens.Scope.WRITE, days);
            output.out().println(created.token());
            return Command.WELL;
        } catch (IllegalArgumentException e) {
            output.err().println(e.getMessage());
            return Command.MISUSED;
        }
    }
}
