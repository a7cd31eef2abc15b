package gongkai.platform.operations;

import gongkai.platform.access.AdministratorReturn;
import gongkai.platform.database.Address;
import gongkai.platform.operations.Command.Output;
import gongkai.platform.web.Refusal;
import java.nio.file.Path;

/** {@code ./gongkai password}: a one-time password for an administrator whom nobody else can let in again. */
final class PasswordCommand {
    private final Output output;

    PasswordCommand(Output output) {
        this.output = output;
    }

    int run(Address address, Path data, String login, boolean withoutSecondFactor) {
        try (var features = new Features(address, data)) {
            var password = features.get(AdministratorReturn.class).recover(login, withoutSecondFactor);
            output.out().println("“" + login + "”已解锁，在别处的登录和接口令牌已全部失效。首次登录须修改口令。一次性口令：" + password);
            return Command.WELL;
        } catch (Refusal e) {
            output.err().println(e.sentence());
            return Command.MISUSED;
        }
    }
}
