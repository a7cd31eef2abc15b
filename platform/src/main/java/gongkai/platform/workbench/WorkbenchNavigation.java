package gongkai.platform.workbench;

import gongkai.platform.web.Duty;
import gongkai.platform.web.Navigation;
import gongkai.platform.web.NavigationLink;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class WorkbenchNavigation implements Navigation {
    @Override
    public List<NavigationLink> links() {
        return List.of(new NavigationLink(Duty.WORKBENCH, "工作台", "/office", 0));
    }
}
