using BankAdmin.Testing;

namespace BankAdmin.Web.Tests.Scenes;

/// <summary>
/// A test that shares bank and program with the others of its class: they run one after the other, each with browsers of
/// its own. Whoever logs in ends the session that the test before left, and finds its drafts.
/// </summary>
public abstract class SharedWebTest(RunningBank running) : PageTest, IDisposable
{
    protected TestBank Bank => running.Bank;

    protected override TestApp App => running.App;

    public void Dispose()
    {
        CloseBrowsers();
        GC.SuppressFinalize(this);
    }
}
