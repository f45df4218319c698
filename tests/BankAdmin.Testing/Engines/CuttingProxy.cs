using System.Net;
using System.Net.Sockets;

namespace BankAdmin.Testing.Engines;

/// <summary>Where a line is cut.</summary>
public enum Cut
{
    /// <summary>Nowhere.</summary>
    Never,

    /// <summary>When a commit is asked for: the server never hears of it.</summary>
    BeforeCommit,

    /// <summary>When a commit has been asked for: the server does it, and its answer is lost.</summary>
    AfterCommit,
}

/// <summary>Stands between the program and a PostgreSQL server and hands everything on, until it cuts the line of one commit.</summary>
public sealed class CuttingProxy : IAsyncDisposable
{
    private static readonly byte[] Commit = "COMMIT\0"u8.ToArray();

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource end = new();
    private readonly int server;
    private readonly Task running;
    private int next;

    /// <summary>Listens on a port of its own.</summary>
    /// <param name="server">The server's port.</param>
    public CuttingProxy(int server)
    {
        this.server = server;
        listener.Start();
        running = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>How many lines were cut.</summary>
    public int Cuts { get; private set; }

    /// <summary>Cuts the line of the next commit, once.</summary>
    public void CutNext(Cut cut) => Volatile.Write(ref next, (int)cut);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        listener.Stop();
        await running;
        end.Dispose();
    }

    private async Task AcceptAsync()
    {
        var lines = new List<Task>();
        try
        {
            while (!end.IsCancellationRequested)
            {
                lines.Add(HandOnAsync(await listener.AcceptTcpClientAsync(end.Token)));
            }
        }
        catch (Exception over) when (over is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }

        await Task.WhenAll(lines);
    }

    private async Task HandOnAsync(TcpClient program)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(end.Token);
        using (program)
        using (var database = new TcpClient())
        {
            try
            {
                await database.ConnectAsync(IPAddress.Loopback, server, over.Token);
                var line = new Line(this, program.GetStream(), database.GetStream());
                await await Task.WhenAny(line.AskAsync(over.Token), line.AnswerAsync(over.Token));
            }
            catch (Exception gone) when (gone is OperationCanceledException or IOException or SocketException)
            {
                // One of the two has left; so does the other.
            }

            await over.CancelAsync();
        }
    }

    private sealed class Line(CuttingProxy proxy, NetworkStream program, NetworkStream database)
    {
        private bool answerIsLost;

        public async Task AskAsync(CancellationToken ct)
        {
            var buffer = new byte[64 * 1024];
            for (int read; (read = await program.ReadAsync(buffer, ct)) > 0;)
            {
                var isCommit = buffer.AsSpan(0, read).IndexOf(Commit) >= 0;
                var cut = isCommit ? (Cut)Interlocked.Exchange(ref proxy.next, (int)Cut.Never) : Cut.Never;
                proxy.Cuts += cut == Cut.Never ? 0 : 1;
                if (cut == Cut.BeforeCommit)
                {
                    return;
                }

                answerIsLost = cut == Cut.AfterCommit;
                await database.WriteAsync(buffer.AsMemory(0, read), ct);
            }
        }

        public async Task AnswerAsync(CancellationToken ct)
        {
            var buffer = new byte[64 * 1024];
            for (int read; (read = await database.ReadAsync(buffer, ct)) > 0;)
            {
                if (answerIsLost)
                {
                    return;
                }

                await program.WriteAsync(buffer.AsMemory(0, read), ct);
            }
        }
    }
}
